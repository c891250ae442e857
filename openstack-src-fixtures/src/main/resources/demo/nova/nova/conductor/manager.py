import oslo_messaging as messaging

from nova.compute import rpcapi as compute_rpcapi
from nova.scheduler import client as scheduler


class ComputeTaskManager(object):
    target = messaging.Target(namespace='compute_task', version='1.0')

    def __init__(self):
        self.compute_rpcapi = compute_rpcapi.ComputeAPI()

    def build_instances(self, context, instance, image_ref):
        host = scheduler.select_destination(context, instance)
        instance.host = host
        instance.save()
        self.compute_rpcapi.build_and_run_instance(context, instance, host, image_ref)
