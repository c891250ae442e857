from oslo_service import service
from oslo_utils import importutils


class Service(service.Service):
    """Starts a manager."""

    def __init__(self, host, manager):
        super(Service, self).__init__()
        manager_class = importutils.import_class(manager)
        self.manager = manager_class(host=host)

    def start(self):
        self.manager.init_host()
