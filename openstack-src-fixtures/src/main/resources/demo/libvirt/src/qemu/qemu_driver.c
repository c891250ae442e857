#include "datatypes.h"
#include "qemu_domain.h"
#include "qemu_process.h"

VIR_LOG_INIT("qemu.qemu_driver");

#define QEMU_CONFIG_DIR "/etc/libvirt/qemu"

static virDomainPtr
qemuDomainLookupByUUID(virConnectPtr conn, const unsigned char *uuid)
{
    g_autoptr(virDomainObj) vm = virDomainObjListFindByUUID(conn->privateData, uuid);

    if (!vm)
        return NULL;

    return virGetDomain(conn, vm->def->name, uuid);
}


static virDomainPtr
qemuDomainDefineXML(virConnectPtr conn, const char *xml)
{
    g_autoptr(virDomainDef) def = virDomainDefParseString(xml);
    g_autoptr(virDomainObj) vm = NULL;

    if (!def)
        return NULL;

    if (!(vm = virDomainObjListAdd(conn->privateData, def)))
        return NULL;

    vm->persistent = true;
    if (virDomainDefSave(def, QEMU_CONFIG_DIR) < 0)
        return NULL;

    return virGetDomain(conn, def->name, NULL);
}


static int
qemuDomainUndefineFlags(virDomainPtr domain, unsigned int flags)
{
    g_autoptr(virDomainObj) vm = qemuDomainObjFromDomain(domain);

    if (!vm)
        return -1;

    if (vm->def->nvram && unlink(vm->def->nvram) < 0 && errno != ENOENT)
        return -1;

    vm->persistent = false;
    return virDomainDeleteConfig(QEMU_CONFIG_DIR, vm->def->name);
}


static int
qemuDomainCreateWithFlags(virDomainPtr domain, unsigned int flags)
{
    g_autoptr(virDomainObj) vm = qemuDomainObjFromDomain(domain);

    virCheckFlags(VIR_DOMAIN_START_PAUSED, -1);

    if (!vm)
        return -1;

    return qemuProcessStart(vm, (flags & VIR_DOMAIN_START_PAUSED) != 0);
}


static int
qemuDomainShutdown(virDomainPtr domain)
{
    g_autoptr(virDomainObj) vm = qemuDomainObjFromDomain(domain);
    int ret;

    if (!vm)
        return -1;

    qemuDomainObjEnterMonitor(vm);
    ret = qemuMonitorSystemPowerdown(vm->mon);
    qemuDomainObjExitMonitor(vm);
    return ret;
}


static int
qemuDomainDestroyFlags(virDomainPtr domain, unsigned int flags)
{
    g_autoptr(virDomainObj) vm = qemuDomainObjFromDomain(domain);

    if (!vm)
        return -1;

    return qemuProcessStop(vm);
}


static int
qemuDomainDestroy(virDomainPtr domain)
{
    return qemuDomainDestroyFlags(domain, 0);
}


static int
qemuDomainSuspend(virDomainPtr domain)
{
    g_autoptr(virDomainObj) vm = qemuDomainObjFromDomain(domain);

    if (!vm)
        return -1;

    if (vm->state == VIR_DOMAIN_PAUSED)
        return 0;

    return qemuProcessStopCPUs(vm);
}


static int
qemuDomainResume(virDomainPtr domain)
{
    g_autoptr(virDomainObj) vm = qemuDomainObjFromDomain(domain);

    if (!vm)
        return -1;

    if (vm->state != VIR_DOMAIN_PAUSED)
        return 0;

    return qemuProcessStartCPUs(vm);
}


static int
qemuDomainGetInfo(virDomainPtr domain, virDomainInfoPtr info)
{
    g_autoptr(virDomainObj) vm = qemuDomainObjFromDomain(domain);

    if (!vm)
        return -1;

    info->state = vm->state;
    return 0;
}


static int
qemuDomainAttachDeviceFlags(virDomainPtr domain, const char *xml, unsigned int flags)
{
    g_autoptr(virDomainObj) vm = qemuDomainObjFromDomain(domain);
    g_autofree char *path = virDomainDiskPathFromXML(xml);
    int ret = -1;

    if (!vm || !path)
        return -1;

    qemuDomainObjEnterMonitor(vm);
    if (qemuMonitorBlockdevAdd(vm->mon, path) == 0) {
        ret = qemuMonitorAddDevice(vm->mon, path);
        if (ret < 0)
            ignore_value(qemuMonitorBlockdevDel(vm->mon, path));
    }
    qemuDomainObjExitMonitor(vm);
    return ret;
}


static int
qemuDomainDetachDeviceFlags(virDomainPtr domain, const char *xml, unsigned int flags)
{
    g_autoptr(virDomainObj) vm = qemuDomainObjFromDomain(domain);
    g_autofree char *path = virDomainDiskPathFromXML(xml);
    int ret = -1;

    if (!vm || !path)
        return -1;

    qemuDomainObjEnterMonitor(vm);
    if (qemuMonitorDelDevice(vm->mon, path) == 0)
        ret = qemuMonitorBlockdevDel(vm->mon, path);
    qemuDomainObjExitMonitor(vm);
    return ret;
}


static int
qemuDomainSetUserPassword(virDomainPtr domain, const char *user, const char *password, unsigned int flags)
{
    g_autoptr(virDomainObj) vm = qemuDomainObjFromDomain(domain);

    if (!vm || !vm->agent)
        return -1;

    return qemuAgentSetUserPassword(vm->agent, user, password);
}


static virHypervisorDriver qemuHypervisorDriver = {
    .name = "QEMU",
    .domainLookupByUUID = qemuDomainLookupByUUID, /* 0.2.0 */
    .domainDefineXML = qemuDomainDefineXML, /* 0.2.0 */
    .domainUndefineFlags = qemuDomainUndefineFlags, /* 0.9.4 */
    .domainCreateWithFlags = qemuDomainCreateWithFlags, /* 0.8.2 */
    .domainShutdown = qemuDomainShutdown, /* 0.2.0 */
    .domainDestroy = qemuDomainDestroy, /* 0.2.0 */
    .domainSuspend = qemuDomainSuspend, /* 0.2.0 */
    .domainResume = qemuDomainResume, /* 0.2.0 */
    .domainGetInfo = qemuDomainGetInfo, /* 0.2.0 */
    .domainAttachDeviceFlags = qemuDomainAttachDeviceFlags, /* 0.7.7 */
    .domainDetachDeviceFlags = qemuDomainDetachDeviceFlags, /* 0.7.7 */
    .domainSetUserPassword = qemuDomainSetUserPassword, /* 1.2.16 */
};


static virConnectDriver qemuConnectDriver = {
    .localOnly = true,
    .uriSchemes = (const char *[]){ "qemu", NULL },
    .hypervisorDriver = &qemuHypervisorDriver,
};


int
qemuRegister(void)
{
    return virRegisterConnectDriver(&qemuConnectDriver);
}
