import functools

from nova.compute import rpcapi as compute_rpcapi
from nova.conductor import rpcapi as conductor_rpcapi
from nova import exception
from nova import objects
from nova import utils


def check_instance_state(vm_state):
    """Refuses an operation on an instance that is in none of the states."""
    def outer(function):
        @functools.wraps(function)
        def inner(self, context, instance, *args, **kwargs):
            if instance.vm_state not in vm_state:
                raise exception.InstanceInvalidState(instance.uuid)
            return function(self, context, instance, *args, **kwargs)
        return inner
    return outer


def check_instance_lock(function):
    @functools.wraps(function)
    def inner(self, context, instance, *args, **kwargs):
        if instance.locked and not context.is_admin:
            raise exception.InstanceIsLocked(instance.uuid)
        return function(self, context, instance, *args, **kwargs)
    return inner


class API:

    def __init__(self):
        self.compute_rpcapi = compute_rpcapi.ComputeAPI()
        self.compute_task_api = conductor_rpcapi.ComputeTaskAPI()

    def get(self, context, instance_uuid):
        return objects.Instance.get_by_uuid(context, instance_uuid)

    def create(self, context, name, image_ref):
        instance = objects.Instance(context, display_name=name)
        instance.create()
        self.compute_task_api.build_instances(context, instance, image_ref)
        return instance

    def _delete(self, context, instance, delete_type, cb):
        instance.task_state = delete_type
        instance.save()
        if not instance.host:
            instance.destroy()
            return
        cb(context, instance)

    def _do_delete(self, context, instance):
        self.compute_rpcapi.terminate_instance(context, instance)

    def _do_soft_delete(self, context, instance):
        self.compute_rpcapi.soft_delete_instance(context, instance)

    @check_instance_lock
    def soft_delete(self, context, instance):
        self._delete(context, instance, 'soft-deleting', self._do_soft_delete)

    @check_instance_lock
    def delete(self, context, instance):
        self._delete(context, instance, 'deleting', self._do_delete)

    @check_instance_lock
    @check_instance_state(vm_state=['soft-delete'])
    def force_delete(self, context, instance):
        self._delete(context, instance, 'deleting', self._do_delete)

    @check_instance_lock
    @check_instance_state(vm_state=['soft-delete'])
    def restore(self, context, instance):
        instance.task_state = 'restoring'
        instance.save()
        self.compute_rpcapi.restore_instance(context, instance)

    @check_instance_lock
    @check_instance_state(vm_state=['stopped'])
    def start(self, context, instance):
        instance.task_state = 'powering-on'
        instance.save()
        self.compute_rpcapi.start_instance(context, instance)

    @check_instance_lock
    @check_instance_state(vm_state=['active', 'error'])
    def stop(self, context, instance, do_cast=True):
        instance.task_state = 'powering-off'
        instance.save()
        self.compute_rpcapi.stop_instance(context, instance, do_cast=do_cast)

    @check_instance_lock
    @check_instance_state(vm_state=['active', 'stopped', 'error'])
    def reboot(self, context, instance, reboot_type):
        if reboot_type == 'SOFT':
            instance.task_state = 'rebooting'
        else:
            instance.task_state = 'rebooting-hard'
        instance.save()
        self.compute_rpcapi.reboot_instance(context, instance, reboot_type)

    @check_instance_state(vm_state=['active', 'stopped'])
    def snapshot(self, context, instance, name):
        instance.task_state = 'image-snapshot'
        instance.save()
        self.compute_rpcapi.snapshot_instance(context, instance, name)

    @check_instance_lock
    @check_instance_state(vm_state=['active'])
    def pause(self, context, instance):
        instance.task_state = 'pausing'
        instance.save()
        self.compute_rpcapi.pause_instance(context, instance)

    @check_instance_lock
    @check_instance_state(vm_state=['paused'])
    def unpause(self, context, instance):
        instance.task_state = 'unpausing'
        instance.save()
        self.compute_rpcapi.unpause_instance(context, instance)

    @check_instance_lock
    @check_instance_state(vm_state=['active'])
    def set_admin_password(self, context, instance, password):
        self.compute_rpcapi.set_admin_password(context, instance, password)

    @check_instance_lock
    @check_instance_state(vm_state=['active', 'stopped'])
    def attach_volume(self, context, instance, volume_id):
        self.compute_rpcapi.attach_volume(context, instance, volume_id)

    @check_instance_lock
    @check_instance_state(vm_state=['active', 'stopped'])
    def detach_volume(self, context, instance, volume_id):
        self.compute_rpcapi.detach_volume(context, instance, volume_id)

    def lock(self, context, instance):

        @utils.wrap_event(prefix='api')
        def lock(self, context, instance):
            instance.locked = True
            instance.save()

        lock(self, context, instance)
