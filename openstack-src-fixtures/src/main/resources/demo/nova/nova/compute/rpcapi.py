import oslo_messaging as messaging

from nova import rpc


class ComputeAPI(object):

    def __init__(self):
        target = messaging.Target(topic='compute', version='6.0')
        self.client = rpc.get_client(target)

    def _prepare(self, instance):
        return self.client.prepare(server=instance.host, version='6.0')

    def build_and_run_instance(self, ctxt, instance, host, image_ref):
        cctxt = self.client.prepare(server=host, version='6.0')
        cctxt.cast(ctxt, 'build_and_run_instance', instance=instance, image_ref=image_ref)

    def terminate_instance(self, ctxt, instance):
        self._prepare(instance).cast(ctxt, 'terminate_instance', instance=instance)

    def soft_delete_instance(self, ctxt, instance):
        self._prepare(instance).cast(ctxt, 'soft_delete_instance', instance=instance)

    def restore_instance(self, ctxt, instance):
        self._prepare(instance).cast(ctxt, 'restore_instance', instance=instance)

    def start_instance(self, ctxt, instance):
        self._prepare(instance).cast(ctxt, 'start_instance', instance=instance)

    def stop_instance(self, ctxt, instance, do_cast=True):
        cctxt = self._prepare(instance)
        rpc_method = cctxt.cast if do_cast else cctxt.call
        msg_args = {'instance': instance}
        return rpc_method(ctxt, 'stop_instance', **msg_args)

    def reboot_instance(self, ctxt, instance, reboot_type):
        self._prepare(instance).cast(
            ctxt, 'reboot_instance', instance=instance, reboot_type=reboot_type)

    def snapshot_instance(self, ctxt, instance, name):
        self._prepare(instance).cast(ctxt, 'snapshot_instance', instance=instance, name=name)

    def pause_instance(self, ctxt, instance):
        self._prepare(instance).cast(ctxt, 'pause_instance', instance=instance)

    def unpause_instance(self, ctxt, instance):
        self._prepare(instance).cast(ctxt, 'unpause_instance', instance=instance)

    def set_admin_password(self, ctxt, instance, new_pass):
        return self._prepare(instance).call(
            ctxt, 'set_admin_password', instance=instance, new_pass=new_pass)

    def attach_volume(self, ctxt, instance, volume_id):
        self._prepare(instance).cast(
            ctxt, 'attach_volume', instance=instance, volume_id=volume_id)

    def detach_volume(self, ctxt, instance, volume_id):
        self._prepare(instance).cast(
            ctxt, 'detach_volume', instance=instance, volume_id=volume_id)
