#include "qemu/osdep.h"
#include "qapi/qapi-commands-qdev.h"

void qmp_device_add(QDict *qdict, QObject **ret_data, Error **errp)
{
    object_unref(OBJECT(qdev_device_add_from_qdict(qdict, errp)));
}

void qmp_device_del(const char *id, Error **errp)
{
    qdev_unplug(find_device_state(id, errp), errp);
}
