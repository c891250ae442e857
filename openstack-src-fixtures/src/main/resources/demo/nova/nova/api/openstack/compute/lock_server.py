from nova.api.openstack import wsgi
from nova.compute import api as compute


class LockServerController(wsgi.Controller):

    def __init__(self):
        super(LockServerController, self).__init__()
        self.compute_api = compute.API()

    @wsgi.response(202)
    @wsgi.action('lock')
    def _lock(self, req, id, body):
        context = req.environ['nova.context']
        self.compute_api.lock(context, self.compute_api.get(context, id))
