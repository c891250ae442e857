#include "qemu/osdep.h"
#include "qapi/qapi-commands-misc.h"

void qmp_stop(Error **errp)
{
    vm_stop(RUN_STATE_PAUSED);
}

void qmp_cont(Error **errp)
{
    vm_start();
}

void qmp_system_powerdown(Error **errp)
{
    qemu_system_powerdown_request();
}
