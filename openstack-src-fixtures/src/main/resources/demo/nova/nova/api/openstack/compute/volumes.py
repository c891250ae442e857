from nova.api.openstack import wsgi
from nova.compute import api as compute


class VolumeAttachmentController(wsgi.Controller):

    def __init__(self):
        super(VolumeAttachmentController, self).__init__()
        self.compute_api = compute.API()

    @wsgi.expected_errors((404, 409))
    def create(self, req, server_id, body):
        context = req.environ['nova.context']
        instance = self.compute_api.get(context, server_id)
        volume_id = body['volumeAttachment']['volumeId']
        self.compute_api.attach_volume(context, instance, volume_id)

    @wsgi.response(202)
    @wsgi.expected_errors((404, 409))
    def delete(self, req, server_id, id):
        context = req.environ['nova.context']
        instance = self.compute_api.get(context, server_id)
        self.compute_api.detach_volume(context, instance, id)
