import functools

from nova.api.openstack.compute import deferred_delete
from nova.api.openstack.compute import lock_server
from nova.api.openstack.compute import pause_server
from nova.api.openstack.compute import server_password
from nova.api.openstack.compute import servers
from nova.api.openstack.compute import volumes


def _create_controller(main_controller, action_controllers):
    controller = main_controller()
    for action_controller in action_controllers:
        controller.register_actions(action_controller())
    return controller


server_controller = functools.partial(
    _create_controller,
    servers.ServersController,
    [
        deferred_delete.DeferredDeleteController,
        lock_server.LockServerController,
        pause_server.PauseServerController,
        server_password.ServerPasswordController,
    ])

volume_attachment_controller = functools.partial(
    _create_controller, volumes.VolumeAttachmentController, [])

ROUTE_LIST = (
    ('/servers', {
        'GET': [server_controller, 'index'],
        'POST': [server_controller, 'create'],
    }),
    ('/servers/{id}', {
        'GET': [server_controller, 'show'],
        'DELETE': [server_controller, 'delete'],
    }),
    ('/servers/{id}/action', {
        'POST': [server_controller, 'action'],
    }),
    ('/servers/{server_id}/os-volume_attachments', {
        'POST': [volume_attachment_controller, 'create'],
    }),
    ('/servers/{server_id}/os-volume_attachments/{id}', {
        'DELETE': [volume_attachment_controller, 'delete'],
    }),
)
