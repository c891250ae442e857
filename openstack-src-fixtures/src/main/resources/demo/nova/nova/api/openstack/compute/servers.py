from nova.api.openstack.compute.schemas import servers as schema
from nova.api.openstack import wsgi
from nova.api import validation
from nova.compute import api as compute
from nova.conf import CONF


class ServersController(wsgi.Controller):

    def __init__(self):
        super(ServersController, self).__init__()
        self.compute_api = compute.API()

    @wsgi.expected_errors(400)
    def index(self, req):
        return {'servers': []}

    @wsgi.expected_errors(404)
    def show(self, req, id):
        context = req.environ['nova.context']
        return {'server': {'id': self._get_server(context, id).uuid}}

    @wsgi.response(202)
    @wsgi.expected_errors((400, 403, 409))
    @validation.schema(schema.create)
    def create(self, req, body):
        context = req.environ['nova.context']
        server = body['server']
        return self.compute_api.create(context, server['name'], server['imageRef'])

    @wsgi.response(204)
    @wsgi.expected_errors((404, 409))
    def delete(self, req, id):
        context = req.environ['nova.context']
        instance = self._get_server(context, id)
        if CONF.reclaim_instance_interval:
            self.compute_api.soft_delete(context, instance)
        else:
            self.compute_api.delete(context, instance)

    @wsgi.response(202)
    @wsgi.expected_errors((404, 409))
    @wsgi.action('os-start')
    def _start_server(self, req, id, body):
        context = req.environ['nova.context']
        self.compute_api.start(context, self._get_server(context, id))

    @wsgi.response(202)
    @wsgi.expected_errors((404, 409))
    @wsgi.action('os-stop')
    def _stop_server(self, req, id, body):
        context = req.environ['nova.context']
        self.compute_api.stop(context, self._get_server(context, id))

    @wsgi.response(202)
    @wsgi.expected_errors((404, 409))
    @wsgi.action('reboot')
    @validation.schema(schema.reboot)
    def _action_reboot(self, req, id, body):
        context = req.environ['nova.context']
        reboot_type = body['reboot']['type'].upper()
        instance = self._get_server(context, id)
        self.compute_api.reboot(context, instance, reboot_type)

    @wsgi.response(202)
    @wsgi.expected_errors((404, 409))
    @wsgi.action('createImage')
    @validation.schema(schema.create_image)
    def _action_create_image(self, req, id, body):
        context = req.environ['nova.context']
        instance = self._get_server(context, id)
        self.compute_api.snapshot(context, instance, body['createImage']['name'])

    def _get_server(self, context, instance_uuid):
        return self.compute_api.get(context, instance_uuid)
