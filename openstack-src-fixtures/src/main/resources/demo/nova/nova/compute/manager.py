from oslo_log import log as logging
import oslo_messaging as messaging
from oslo_service import periodic_task

from nova.conf import CONF
from nova import utils
from nova.virt import driver

LOG = logging.getLogger(__name__)


class ComputeManager(object):
    target = messaging.Target(version='6.0')

    service_name = 'compute'

    def __init__(self, host=None):
        self.driver = driver.load_compute_driver(CONF.compute_driver)

    def build_and_run_instance(self, context, instance, image_ref):

        @utils.synchronized(instance.uuid)
        def _locked_build(*args, **kwargs):
            self._build(*args, **kwargs)

        utils.spawn_n(_locked_build, context, instance, image_ref)

    @utils.wrap_event(prefix='compute')
    def _build(self, context, instance, image_ref):
        LOG.info('Building instance', instance=instance)
        self.driver.spawn(context, instance, image_ref)
        instance.vm_state = 'active'
        instance.save()

    @utils.wrap_event(prefix='compute')
    def terminate_instance(self, context, instance):

        @utils.synchronized(instance.uuid)
        def do_terminate_instance(instance):
            LOG.info('Terminating instance', instance=instance)
            self.driver.destroy(context, instance)
            instance.destroy()

        do_terminate_instance(instance)

    @utils.wrap_event(prefix='compute')
    def soft_delete_instance(self, context, instance):
        try:
            self.driver.soft_delete(instance)
        except NotImplementedError:
            # Drivers that cannot delete softly keep the instance and power it off.
            self.driver.power_off(instance)
        instance.vm_state = 'soft-delete'
        instance.save()

    @utils.wrap_event(prefix='compute')
    def restore_instance(self, context, instance):
        self._power_on(context, instance)
        instance.vm_state = 'active'
        instance.save()

    @utils.wrap_event(prefix='compute')
    def start_instance(self, context, instance):
        self._power_on(context, instance)
        instance.vm_state = 'active'
        instance.save()

    def _power_on(self, context, instance):
        self.driver.power_on(context, instance)

    @utils.wrap_event(prefix='compute')
    def stop_instance(self, context, instance):

        @utils.synchronized(instance.uuid)
        def do_stop_instance():
            LOG.info('Stopping instance', instance=instance)
            self._power_off_instance(instance)
            instance.vm_state = 'stopped'
            instance.save()

        do_stop_instance()

    def _power_off_instance(self, instance, clean_shutdown=True):
        if clean_shutdown:
            timeout = CONF.shutdown_timeout
        else:
            timeout = 0
        self.driver.power_off(instance, timeout)

    @utils.wrap_event(prefix='compute')
    def reboot_instance(self, context, instance, reboot_type):

        @utils.synchronized(instance.uuid)
        def do_reboot_instance(reboot_type):
            LOG.info('Rebooting instance', instance=instance)
            self.driver.reboot(context, instance, reboot_type)

        do_reboot_instance(reboot_type)
        instance.save()

    @utils.wrap_event(prefix='compute')
    def snapshot_instance(self, context, instance, name):
        try:
            self.driver.snapshot(context, instance, name)
        except Exception:
            LOG.exception('Snapshot failed', instance=instance)
            raise
        instance.save()

    @utils.wrap_event(prefix='compute')
    def pause_instance(self, context, instance):
        self.driver.pause(instance)
        instance.save()

    @utils.wrap_event(prefix='compute')
    def unpause_instance(self, context, instance):
        self.driver.unpause(instance)
        instance.save()

    @utils.wrap_event(prefix='compute')
    def set_admin_password(self, context, instance, new_pass):
        self.driver.set_admin_password(instance, new_pass)

    @utils.wrap_event(prefix='compute')
    def attach_volume(self, context, instance, volume_id):
        self.driver.attach_volume(context, instance, volume_id)

    @utils.wrap_event(prefix='compute')
    def detach_volume(self, context, instance, volume_id):
        self.driver.detach_volume(context, instance, volume_id)

    def init_host(self):
        self.driver.register_event_listener(self.handle_events)
        self.driver.init_host()

    def handle_events(self, event):
        """Stops an instance whose guest went away."""
        LOG.info('VM %s (Lifecycle Event)', event.name)
        if event.stopped:
            self.stop_instance(event.context, event.instance)

    @periodic_task.periodic_task(spacing=CONF.sync_power_state_interval)
    def _sync_power_states(self, context):
        for instance in self.driver.list_instances():
            if instance.state == 'shutdown':
                self.stop_instance(context, instance)
