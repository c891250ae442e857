import oslo_messaging as messaging

from nova import rpc


class ComputeTaskAPI(object):

    def __init__(self):
        target = messaging.Target(topic='conductor', namespace='compute_task', version='1.0')
        self.client = rpc.get_client(target)

    def build_instances(self, context, instance, image_ref):
        cctxt = self.client.prepare(version='1.0')
        cctxt.cast(context, 'build_instances', instance=instance, image_ref=image_ref)
