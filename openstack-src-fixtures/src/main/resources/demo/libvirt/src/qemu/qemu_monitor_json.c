#include "qemu_monitor_json.h"

VIR_LOG_INIT("qemu.qemu_monitor_json");

static int
qemuMonitorJSONCommand(qemuMonitor *mon, virJSONValue *cmd, virJSONValue **reply)
{
    return virMonitorSend(mon->fd, cmd, reply);
}


static int
qemuMonitorJSONRun(qemuMonitor *mon, virJSONValue *cmd)
{
    g_autoptr(virJSONValue) reply = NULL;

    if (!cmd || qemuMonitorJSONCommand(mon, cmd, &reply) < 0)
        return -1;

    return virJSONValueObjectHasKey(reply, "error") ? -1 : 0;
}


int
qemuMonitorJSONStartCPUs(qemuMonitor *mon)
{
    g_autoptr(virJSONValue) cmd = qemuMonitorJSONMakeCommand("cont", NULL);

    return qemuMonitorJSONRun(mon, cmd);
}


int
qemuMonitorJSONStopCPUs(qemuMonitor *mon)
{
    g_autoptr(virJSONValue) cmd = qemuMonitorJSONMakeCommand("stop", NULL);

    return qemuMonitorJSONRun(mon, cmd);
}


int
qemuMonitorJSONSystemPowerdown(qemuMonitor *mon)
{
    g_autoptr(virJSONValue) cmd = qemuMonitorJSONMakeCommand("system_powerdown", NULL);

    return qemuMonitorJSONRun(mon, cmd);
}


int
qemuMonitorJSONBlockdevAdd(qemuMonitor *mon, const char *path)
{
    g_autoptr(virJSONValue) cmd = qemuMonitorJSONMakeCommand("blockdev-add",
                                                              "s:driver", "qcow2",
                                                              "s:node-name", path, NULL);

    return qemuMonitorJSONRun(mon, cmd);
}


int
qemuMonitorJSONBlockdevDel(qemuMonitor *mon, const char *path)
{
    g_autoptr(virJSONValue) cmd = qemuMonitorJSONMakeCommand("blockdev-del", "s:node-name", path, NULL);

    return qemuMonitorJSONRun(mon, cmd);
}


int
qemuMonitorJSONAddDevice(qemuMonitor *mon, const char *id)
{
    g_autoptr(virJSONValue) cmd = qemuMonitorJSONMakeCommand("device_add",
                                                              "s:driver", "virtio-blk-pci",
                                                              "s:id", id, NULL);

    return qemuMonitorJSONRun(mon, cmd);
}


int
qemuMonitorJSONDelDevice(qemuMonitor *mon, const char *id)
{
    g_autoptr(virJSONValue) cmd = qemuMonitorJSONMakeCommand("device_del", "s:id", id, NULL);

    return qemuMonitorJSONRun(mon, cmd);
}
