#pragma once

#include "internal.h"

typedef virDomainPtr (*virDrvDomainLookupByUUID)(virConnectPtr conn, const unsigned char *uuid);
typedef virDomainPtr (*virDrvDomainDefineXML)(virConnectPtr conn, const char *xml);
typedef int (*virDrvDomainUndefineFlags)(virDomainPtr domain, unsigned int flags);
typedef int (*virDrvDomainCreateWithFlags)(virDomainPtr domain, unsigned int flags);
typedef int (*virDrvDomainShutdown)(virDomainPtr domain);
typedef int (*virDrvDomainDestroy)(virDomainPtr domain);
typedef int (*virDrvDomainSuspend)(virDomainPtr domain);
typedef int (*virDrvDomainResume)(virDomainPtr domain);
typedef int (*virDrvDomainGetInfo)(virDomainPtr domain, virDomainInfoPtr info);
typedef int (*virDrvDomainAttachDeviceFlags)(virDomainPtr domain, const char *xml, unsigned int flags);
typedef int (*virDrvDomainDetachDeviceFlags)(virDomainPtr domain, const char *xml, unsigned int flags);
typedef int (*virDrvDomainSetUserPassword)(virDomainPtr domain, const char *user, const char *password,
                                           unsigned int flags);

typedef struct _virHypervisorDriver virHypervisorDriver;
struct _virHypervisorDriver {
    const char *name;
    virDrvDomainLookupByUUID domainLookupByUUID;
    virDrvDomainDefineXML domainDefineXML;
    virDrvDomainUndefineFlags domainUndefineFlags;
    virDrvDomainCreateWithFlags domainCreateWithFlags;
    virDrvDomainShutdown domainShutdown;
    virDrvDomainDestroy domainDestroy;
    virDrvDomainSuspend domainSuspend;
    virDrvDomainResume domainResume;
    virDrvDomainGetInfo domainGetInfo;
    virDrvDomainAttachDeviceFlags domainAttachDeviceFlags;
    virDrvDomainDetachDeviceFlags domainDetachDeviceFlags;
    virDrvDomainSetUserPassword domainSetUserPassword;
};

typedef struct _virConnectDriver virConnectDriver;
struct _virConnectDriver {
    bool localOnly;
    const char **uriSchemes;
    virHypervisorDriver *hypervisorDriver;
};

int virRegisterConnectDriver(virConnectDriver *driver);
