#include "datatypes.h"

VIR_LOG_INIT("libvirt.domain");

virDomainPtr
virDomainLookupByUUID(virConnectPtr conn, const unsigned char *uuid)
{
    VIR_DEBUG("conn=%p", conn);

    virResetLastError();

    if (conn->driver->domainLookupByUUID) {
        virDomainPtr ret = conn->driver->domainLookupByUUID(conn, uuid);
        if (!ret)
            goto error;
        return ret;
    }

    virReportUnsupportedError();

 error:
    virDispatchError(conn);
    return NULL;
}

virDomainPtr
virDomainLookupByUUIDString(virConnectPtr conn, const char *uuidstr)
{
    unsigned char uuid[16];

    VIR_DEBUG("conn=%p, uuidstr=%s", conn, uuidstr);

    if (virUUIDParse(uuidstr, uuid) < 0)
        return NULL;

    return virDomainLookupByUUID(conn, uuid);
}

virDomainPtr
virDomainDefineXML(virConnectPtr conn, const char *xml)
{
    VIR_DEBUG("conn=%p, xml=%s", conn, xml);

    virResetLastError();

    if (conn->driver->domainDefineXML) {
        virDomainPtr ret;
        ret = conn->driver->domainDefineXML(conn, xml);
        if (!ret)
            goto error;
        return ret;
    }

    virReportUnsupportedError();

 error:
    virDispatchError(conn);
    return NULL;
}

int
virDomainUndefineFlags(virDomainPtr domain, unsigned int flags)
{
    VIR_DOMAIN_DEBUG(domain);

    virResetLastError();

    if (domain->conn->driver->domainUndefineFlags) {
        int ret;
        ret = domain->conn->driver->domainUndefineFlags(domain, flags);
        if (ret < 0)
            goto error;
        return ret;
    }

    virReportUnsupportedError();

 error:
    virDispatchError(domain->conn);
    return -1;
}

int
virDomainCreateWithFlags(virDomainPtr domain, unsigned int flags)
{
    VIR_DOMAIN_DEBUG(domain);

    virResetLastError();

    if (domain->conn->driver->domainCreateWithFlags) {
        int ret;
        ret = domain->conn->driver->domainCreateWithFlags(domain, flags);
        if (ret < 0)
            goto error;
        return ret;
    }

    virReportUnsupportedError();

 error:
    virDispatchError(domain->conn);
    return -1;
}

int
virDomainShutdown(virDomainPtr domain)
{
    VIR_DOMAIN_DEBUG(domain);

    virResetLastError();

    if (domain->conn->driver->domainShutdown) {
        int ret;
        ret = domain->conn->driver->domainShutdown(domain);
        if (ret < 0)
            goto error;
        return ret;
    }

    virReportUnsupportedError();

 error:
    virDispatchError(domain->conn);
    return -1;
}

int
virDomainDestroy(virDomainPtr domain)
{
    VIR_DOMAIN_DEBUG(domain);

    virResetLastError();

    if (domain->conn->driver->domainDestroy) {
        int ret;
        ret = domain->conn->driver->domainDestroy(domain);
        if (ret < 0)
            goto error;
        return ret;
    }

    virReportUnsupportedError();

 error:
    virDispatchError(domain->conn);
    return -1;
}

int
virDomainSuspend(virDomainPtr domain)
{
    VIR_DOMAIN_DEBUG(domain);

    virResetLastError();

    if (domain->conn->driver->domainSuspend) {
        int ret;
        ret = domain->conn->driver->domainSuspend(domain);
        if (ret < 0)
            goto error;
        return ret;
    }

    virReportUnsupportedError();

 error:
    virDispatchError(domain->conn);
    return -1;
}

int
virDomainResume(virDomainPtr domain)
{
    VIR_DOMAIN_DEBUG(domain);

    virResetLastError();

    if (domain->conn->driver->domainResume) {
        int ret;
        ret = domain->conn->driver->domainResume(domain);
        if (ret < 0)
            goto error;
        return ret;
    }

    virReportUnsupportedError();

 error:
    virDispatchError(domain->conn);
    return -1;
}

int
virDomainGetInfo(virDomainPtr domain, virDomainInfoPtr info)
{
    VIR_DOMAIN_DEBUG(domain);

    virResetLastError();

    if (domain->conn->driver->domainGetInfo) {
        int ret;
        ret = domain->conn->driver->domainGetInfo(domain, info);
        if (ret < 0)
            goto error;
        return ret;
    }

    virReportUnsupportedError();

 error:
    virDispatchError(domain->conn);
    return -1;
}

int
virDomainAttachDeviceFlags(virDomainPtr domain, const char *xml, unsigned int flags)
{
    VIR_DOMAIN_DEBUG(domain);

    virResetLastError();

    if (domain->conn->driver->domainAttachDeviceFlags) {
        int ret;
        ret = domain->conn->driver->domainAttachDeviceFlags(domain, xml, flags);
        if (ret < 0)
            goto error;
        return ret;
    }

    virReportUnsupportedError();

 error:
    virDispatchError(domain->conn);
    return -1;
}

int
virDomainDetachDeviceFlags(virDomainPtr domain, const char *xml, unsigned int flags)
{
    VIR_DOMAIN_DEBUG(domain);

    virResetLastError();

    if (domain->conn->driver->domainDetachDeviceFlags) {
        int ret;
        ret = domain->conn->driver->domainDetachDeviceFlags(domain, xml, flags);
        if (ret < 0)
            goto error;
        return ret;
    }

    virReportUnsupportedError();

 error:
    virDispatchError(domain->conn);
    return -1;
}

int
virDomainSetUserPassword(virDomainPtr domain, const char *user, const char *password,
                         unsigned int flags)
{
    VIR_DOMAIN_DEBUG(domain);

    virResetLastError();

    if (domain->conn->driver->domainSetUserPassword) {
        int ret;
        ret = domain->conn->driver->domainSetUserPassword(domain, user, password, flags);
        if (ret < 0)
            goto error;
        return ret;
    }

    virReportUnsupportedError();

 error:
    virDispatchError(domain->conn);
    return -1;
}
