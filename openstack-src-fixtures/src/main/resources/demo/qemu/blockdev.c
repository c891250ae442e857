#include "qemu/osdep.h"
#include "qapi/qapi-commands-block-core.h"

void qmp_blockdev_add(BlockdevOptions *options, Error **errp)
{
    bds_tree_init(options, errp);
}

void coroutine_fn
qmp_blockdev_del(const char *node_name, Error **errp)
{
    bdrv_unref(bdrv_find_node(node_name));
}
