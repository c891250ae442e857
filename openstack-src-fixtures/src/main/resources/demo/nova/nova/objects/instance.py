from oslo_versionedobjects import fields

from nova.db import api as db
from nova.objects import base


@base.NovaObjectRegistry.register
class Instance(base.NovaObject):
    fields = {
        'uuid': fields.UUIDField(),
        'host': fields.StringField(),
        'vm_state': fields.StringField(),
        'task_state': fields.StringField(),
        'locked': fields.BooleanField(),
    }

    @base.remotable_classmethod
    def get_by_uuid(cls, context, uuid):
        row = db.instance_get(context, uuid)
        return cls(context, uuid=row['uuid'], host=row['host'])

    @base.remotable
    def create(self):
        db.instance_create(self._context, self.uuid)

    @base.remotable
    def save(self):
        db.instance_update(self._context, self.uuid)

    @base.remotable
    def destroy(self):
        db.instance_destroy(self._context, self.uuid)
