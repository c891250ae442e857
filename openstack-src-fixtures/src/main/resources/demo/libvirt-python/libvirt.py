# The binding: each method hands its arguments to the C function that it stands for.
import libvirtmod

VIR_DOMAIN_START_PAUSED = 1
VIR_DOMAIN_UNDEFINE_NVRAM = 4
VIR_DOMAIN_AFFECT_LIVE = 1
VIR_DOMAIN_EVENT_ID_LIFECYCLE = 0


class libvirtError(Exception):
    pass


def open(name=None):
    ret = libvirtmod.virConnectOpen(name)
    if ret is None:
        raise libvirtError('virConnectOpen() failed')
    return virConnect(_obj=ret)


class virConnect(object):

    def __init__(self, _obj=None):
        self._o = _obj

    def lookupByUUIDString(self, uuidstr):
        ret = libvirtmod.virDomainLookupByUUIDString(self._o, uuidstr)
        if ret is None:
            raise libvirtError('virDomainLookupByUUIDString() failed')
        return virDomain(self, _obj=ret)

    def defineXML(self, xml):
        ret = libvirtmod.virDomainDefineXML(self._o, xml)
        if ret is None:
            raise libvirtError('virDomainDefineXML() failed')
        return virDomain(self, _obj=ret)

    def listAllDomains(self, flags=0):
        ret = libvirtmod.virConnectListAllDomains(self._o, flags)
        if ret is None:
            raise libvirtError('virConnectListAllDomains() failed')
        return ret

    def domainEventRegisterAny(self, dom, eventID, cb, opaque):
        cbData = {"cb": cb, "conn": self, "opaque": opaque}
        ret = libvirtmod.virConnectDomainEventRegisterAny(self._o, dom, eventID, cbData)
        if ret == -1:
            raise libvirtError('virConnectDomainEventRegisterAny() failed')
        return ret

    def _dispatchDomainEventLifecycleCallback(self, dom, event, detail, cbData):
        cb = cbData["cb"]
        opaque = cbData["opaque"]
        cb(self, virDomain(self, _obj=dom), event, detail, opaque)
        return 0


class virDomain(object):

    def __init__(self, conn, _obj=None):
        self._conn = conn
        self._o = _obj

    def _checked(self, ret, function):
        if ret == -1:
            raise libvirtError('%s() failed' % function)
        return ret

    def attachDeviceFlags(self, xml, flags=0):
        ret = libvirtmod.virDomainAttachDeviceFlags(self._o, xml, flags)
        return self._checked(ret, 'virDomainAttachDeviceFlags')

    def createWithFlags(self, flags=0):
        ret = libvirtmod.virDomainCreateWithFlags(self._o, flags)
        return self._checked(ret, 'virDomainCreateWithFlags')

    def destroy(self):
        ret = libvirtmod.virDomainDestroy(self._o)
        return self._checked(ret, 'virDomainDestroy')

    def detachDeviceFlags(self, xml, flags=0):
        ret = libvirtmod.virDomainDetachDeviceFlags(self._o, xml, flags)
        return self._checked(ret, 'virDomainDetachDeviceFlags')

    def info(self):
        ret = libvirtmod.virDomainGetInfo(self._o)
        if ret is None:
            raise libvirtError('virDomainGetInfo() failed')
        return ret

    def resume(self):
        ret = libvirtmod.virDomainResume(self._o)
        return self._checked(ret, 'virDomainResume')

    def setUserPassword(self, user, password, flags=0):
        ret = libvirtmod.virDomainSetUserPassword(self._o, user, password, flags)
        return self._checked(ret, 'virDomainSetUserPassword')

    def shutdown(self):
        ret = libvirtmod.virDomainShutdown(self._o)
        return self._checked(ret, 'virDomainShutdown')

    def suspend(self):
        ret = libvirtmod.virDomainSuspend(self._o)
        return self._checked(ret, 'virDomainSuspend')

    def undefineFlags(self, flags=0):
        ret = libvirtmod.virDomainUndefineFlags(self._o, flags)
        return self._checked(ret, 'virDomainUndefineFlags')
