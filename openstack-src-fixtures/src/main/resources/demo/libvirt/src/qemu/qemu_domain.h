#pragma once

#include "qemu_agent.h"
#include "qemu_monitor.h"

typedef struct _virStorageSource virStorageSource;
struct _virStorageSource {
    char *path;
};

typedef struct _virDomainDef virDomainDef;
struct _virDomainDef {
    char *name;
    char *emulator;
    char *nvram;
};

typedef struct _virDomainObj virDomainObj;
struct _virDomainObj {
    pid_t pid;
    int state;
    bool persistent;
    virDomainDef *def;
    qemuMonitor *mon;
    qemuAgent *agent;
};

virDomainObj *qemuDomainObjFromDomain(virDomainPtr domain);
void qemuDomainObjEnterMonitor(virDomainObj *vm);
void qemuDomainObjExitMonitor(virDomainObj *vm);
