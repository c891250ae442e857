from oslo_versionedobjects import base as ovo_base

remotable = ovo_base.remotable
remotable_classmethod = ovo_base.remotable_classmethod


class NovaObjectRegistry(ovo_base.VersionedObjectRegistry):
    pass


class NovaObject(ovo_base.VersionedObject):
    pass
