from nova.db import api as db
from nova.objects import base


@base.NovaObjectRegistry.register
class Event(base.NovaObject):

    @base.remotable
    def start(self):
        db.event_start(self._context, self.name)

    @base.remotable
    def finish(self):
        db.event_finish(self._context, self.name)
