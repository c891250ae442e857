import time

from oslo_log import log as logging
from oslo_service import loopingcall

from nova.conf import CONF
from nova import utils
from nova.virt import driver
from nova.virt.libvirt import guest as libvirt_guest
from nova.virt.libvirt import host
from nova.virt.libvirt import utils as libvirt_utils

LOG = logging.getLogger(__name__)


class LibvirtDriver(driver.ComputeDriver):

    def __init__(self):
        super(LibvirtDriver, self).__init__()
        self._host = host.Host('qemu:///system', self.emit_event)

    def _disk_path(self, instance):
        return '%s/%s/disk' % (CONF.instances_path, instance.uuid)

    def _domain_xml(self, instance):
        return '<domain><uuid>%s</uuid></domain>' % instance.uuid

    def spawn(self, context, instance, image_ref):
        base = '%s/_base/%s' % (CONF.instances_path, image_ref)
        libvirt_utils.create_cow_image(base, self._disk_path(instance))
        self._create_guest(instance, pause=True).resume()
        utils.poll(self._wait_for_running, instance)

    def _create_guest(self, instance, pause=False):
        guest = libvirt_guest.Guest.create(self._domain_xml(instance), self._host)
        guest.launch(pause=pause)
        return guest

    def _wait_for_running(self, instance):
        state = self._host.get_guest(instance).get_power_state()
        if state == libvirt_guest.VIR_DOMAIN_RUNNING:
            raise loopingcall.LoopingCallDone()

    def destroy(self, context, instance):
        self._destroy(instance)
        self._undefine_domain(instance)
        libvirt_utils.delete_image(self._disk_path(instance))

    def _destroy(self, instance):
        self._host.get_guest(instance).poweroff()

    def _undefine_domain(self, instance):
        self._host.get_guest(instance).delete_configuration()

    def power_on(self, context, instance):
        self._hard_reboot(context, instance)

    def power_off(self, instance, timeout=0):
        if timeout:
            self._clean_shutdown(instance, timeout)
        self._destroy(instance)

    def _clean_shutdown(self, instance, timeout):
        """Asks the guest to power itself off, again and again until it has."""
        guest = self._host.get_guest(instance)
        guest.shutdown()
        for _second in range(timeout):
            if guest.get_power_state() == libvirt_guest.VIR_DOMAIN_SHUTOFF:
                return True
            guest.shutdown()
            time.sleep(1)
        return False

    def reboot(self, context, instance, reboot_type):
        if reboot_type == 'SOFT':
            if self._soft_reboot(instance):
                return
            LOG.warning('Soft reboot failed, trying a hard one', instance=instance)
        self._hard_reboot(context, instance)

    def _soft_reboot(self, instance):
        if not self._clean_shutdown(instance, CONF.libvirt.wait_soft_reboot_seconds):
            return False
        self._host.get_guest(instance).launch()
        return True

    def _hard_reboot(self, context, instance):
        self._destroy(instance)
        self._undefine_domain(instance)
        self._create_guest(instance)

    def pause(self, instance):
        self._host.get_guest(instance).pause()

    def unpause(self, instance):
        self._host.get_guest(instance).resume()

    def set_admin_password(self, instance, new_pass):
        self._host.get_guest(instance).set_user_password('root', new_pass)

    def snapshot(self, context, instance, name):
        guest = self._host.get_guest(instance)
        guest.pause()
        try:
            libvirt_utils.extract_snapshot(self._disk_path(instance), '/tmp/' + name)
        finally:
            guest.resume()

    def attach_volume(self, context, instance, volume_id):
        xml = '<disk><source dev="%s"/></disk>' % volume_id
        self._host.get_guest(instance).attach_device(xml)

    def detach_volume(self, context, instance, volume_id):
        xml = '<disk><source dev="%s"/></disk>' % volume_id
        self._host.get_guest(instance).detach_device(xml)

    def init_host(self):
        self._host.initialize()

    def list_instances(self):
        return self._host.list_guests()
