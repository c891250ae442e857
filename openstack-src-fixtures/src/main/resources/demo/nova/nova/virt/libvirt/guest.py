import libvirt

VIR_DOMAIN_NOSTATE = 0
VIR_DOMAIN_RUNNING = 1
VIR_DOMAIN_SHUTOFF = 5


class Guest(object):
    """A domain as the driver sees it."""

    def __init__(self, domain):
        self._domain = domain

    @classmethod
    def create(cls, xml, host):
        return cls(host.write_instance_config(xml))

    def launch(self, pause=False):
        flags = pause and libvirt.VIR_DOMAIN_START_PAUSED or 0
        return self._domain.createWithFlags(flags)

    def poweroff(self):
        self._domain.destroy()

    def shutdown(self):
        self._domain.shutdown()

    def delete_configuration(self):
        self._domain.undefineFlags(libvirt.VIR_DOMAIN_UNDEFINE_NVRAM)

    def pause(self):
        self._domain.suspend()

    def resume(self):
        self._domain.resume()

    def set_user_password(self, user, new_pass):
        self._domain.setUserPassword(user, new_pass, 0)

    def attach_device(self, xml):
        self._domain.attachDeviceFlags(xml, libvirt.VIR_DOMAIN_AFFECT_LIVE)

    def detach_device(self, xml):
        self._domain.detachDeviceFlags(xml, libvirt.VIR_DOMAIN_AFFECT_LIVE)

    def get_power_state(self):
        return self._domain.info()[0]
