#include "qemu/osdep.h"
#include "qga-qapi-commands.h"

void qmp_guest_set_user_password(const char *username, const char *password, Error **errp)
{
    NetUserSetInfo(NULL, username, 1003, password, NULL);
}
