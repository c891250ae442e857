from nova.api.openstack import wsgi
from nova.compute import api as compute


class PauseServerController(wsgi.Controller):

    def __init__(self):
        super(PauseServerController, self).__init__()
        self.compute_api = compute.API()

    @wsgi.response(202)
    @wsgi.expected_errors((404, 409))
    @wsgi.action('pause')
    def _pause(self, req, id, body):
        context = req.environ['nova.context']
        self.compute_api.pause(context, self.compute_api.get(context, id))

    @wsgi.response(202)
    @wsgi.expected_errors((404, 409))
    @wsgi.action('unpause')
    def _unpause(self, req, id, body):
        context = req.environ['nova.context']
        self.compute_api.unpause(context, self.compute_api.get(context, id))
