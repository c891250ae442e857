from oslo_utils import importutils


class ComputeDriver(object):
    """What a hypervisor's driver may override."""

    def __init__(self):
        self._compute_event_callback = None

    def spawn(self, context, instance, image_ref):
        raise NotImplementedError()

    def destroy(self, context, instance):
        raise NotImplementedError()

    def soft_delete(self, instance):
        raise NotImplementedError()

    def power_on(self, context, instance):
        raise NotImplementedError()

    def power_off(self, instance, timeout=0):
        raise NotImplementedError()

    def reboot(self, context, instance, reboot_type):
        raise NotImplementedError()

    def register_event_listener(self, callback):
        self._compute_event_callback = callback

    def emit_event(self, event):
        if self._compute_event_callback:
            self._compute_event_callback(event)


def load_compute_driver(compute_driver):
    return importutils.import_object('nova.virt.%s' % compute_driver)
