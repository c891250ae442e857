from nova.api.openstack import wsgi
from nova.compute import api as compute


class ServerPasswordController(wsgi.Controller):

    def __init__(self):
        super(ServerPasswordController, self).__init__()
        self.compute_api = compute.API()

    @wsgi.response(202)
    @wsgi.expected_errors((404, 409))
    @wsgi.action('changePassword')
    def change_password(self, req, id, body):
        context = req.environ['nova.context']
        instance = self.compute_api.get(context, id)
        password = body['changePassword']['adminPass']
        self.compute_api.set_admin_password(context, instance, password)
