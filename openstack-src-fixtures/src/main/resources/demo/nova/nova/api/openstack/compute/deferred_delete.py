from nova.api.openstack import wsgi
from nova.compute import api as compute


class DeferredDeleteController(wsgi.Controller):

    def __init__(self):
        super(DeferredDeleteController, self).__init__()
        self.compute_api = compute.API()

    @wsgi.response(202)
    @wsgi.expected_errors((404, 409))
    @wsgi.action('restore')
    def _restore(self, req, id, body):
        context = req.environ['nova.context']
        self.compute_api.restore(context, self.compute_api.get(context, id))

    @wsgi.response(202)
    @wsgi.expected_errors((404, 409))
    @wsgi.action('forceDelete')
    def _force_delete(self, req, id, body):
        context = req.environ['nova.context']
        self.compute_api.force_delete(context, self.compute_api.get(context, id))
