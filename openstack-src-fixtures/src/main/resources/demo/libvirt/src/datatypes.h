#pragma once

#include "driver-hypervisor.h"

struct _virConnect {
    unsigned int flags;
    virHypervisorDriver *driver;
    void *privateData;
};

struct _virDomain {
    virConnectPtr conn;
    char *name;
    unsigned char uuid[16];
};
