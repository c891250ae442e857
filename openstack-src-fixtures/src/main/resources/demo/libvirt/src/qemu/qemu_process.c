#include "qemu_process.h"
#include "vircommand.h"
#include "virprocess.h"

VIR_LOG_INIT("qemu.qemu_process");

int
qemuProcessStartCPUs(virDomainObj *vm)
{
    int ret;

    qemuDomainObjEnterMonitor(vm);
    ret = qemuMonitorStartCPUs(vm->mon);
    qemuDomainObjExitMonitor(vm);

    if (ret == 0)
        vm->state = VIR_DOMAIN_RUNNING;
    return ret;
}


int
qemuProcessStopCPUs(virDomainObj *vm)
{
    int ret;

    qemuDomainObjEnterMonitor(vm);
    ret = qemuMonitorStopCPUs(vm->mon);
    qemuDomainObjExitMonitor(vm);

    if (ret == 0)
        vm->state = VIR_DOMAIN_PAUSED;
    return ret;
}


static int
qemuProcessLaunch(virDomainObj *vm)
{
    g_autoptr(virCommand) cmd = virCommandNew(vm->def->emulator);

    virCommandAddArg(cmd, "-S");
    if (virCommandRun(cmd, NULL) < 0)
        return -1;

    vm->state = VIR_DOMAIN_PAUSED;
    return 0;
}


/* The virtual CPUs of a new process stand still until they are told to run. */
int
qemuProcessStart(virDomainObj *vm, bool startPaused)
{
    VIR_DEBUG("vm=%p name=%s", vm, vm->def->name);

    if (qemuProcessLaunch(vm) < 0)
        goto error;

    if (!startPaused && qemuProcessStartCPUs(vm) < 0)
        goto error;

    return 0;

 error:
    qemuProcessStop(vm);
    return -1;
}


int
qemuProcessStop(virDomainObj *vm)
{
    VIR_DEBUG("Shutting down vm=%p name=%s", vm, vm->def->name);

    vm->state = VIR_DOMAIN_SHUTOFF;
    return virProcessKillPainfully(vm->pid, true);
}
