#include "qemu_monitor.h"
#include "qemu_monitor_json.h"

VIR_LOG_INIT("qemu.qemu_monitor");

#define QEMU_CHECK_MONITOR(mon) \
    if (!(mon)) { \
        virReportError(VIR_ERR_INVALID_ARG, "%s", "monitor must not be NULL"); \
        return -1; \
    } \
    VIR_DEBUG("mon:%p", mon)


int
qemuMonitorStartCPUs(qemuMonitor *mon)
{
    QEMU_CHECK_MONITOR(mon);

    return qemuMonitorJSONStartCPUs(mon);
}


int
qemuMonitorStopCPUs(qemuMonitor *mon)
{
    QEMU_CHECK_MONITOR(mon);

    return qemuMonitorJSONStopCPUs(mon);
}


int
qemuMonitorSystemPowerdown(qemuMonitor *mon)
{
    QEMU_CHECK_MONITOR(mon);

    return qemuMonitorJSONSystemPowerdown(mon);
}


int
qemuMonitorBlockdevAdd(qemuMonitor *mon, const char *path)
{
    QEMU_CHECK_MONITOR(mon);

    return qemuMonitorJSONBlockdevAdd(mon, path);
}


int
qemuMonitorBlockdevDel(qemuMonitor *mon, const char *path)
{
    QEMU_CHECK_MONITOR(mon);

    return qemuMonitorJSONBlockdevDel(mon, path);
}


int
qemuMonitorAddDevice(qemuMonitor *mon, const char *id)
{
    QEMU_CHECK_MONITOR(mon);

    return qemuMonitorJSONAddDevice(mon, id);
}


int
qemuMonitorDelDevice(qemuMonitor *mon, const char *id)
{
    QEMU_CHECK_MONITOR(mon);

    return qemuMonitorJSONDelDevice(mon, id);
}
