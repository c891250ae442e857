from eventlet import tpool

from nova import exception
from nova.virt.libvirt import guest as libvirt_guest

import libvirt


class Host(object):

    def __init__(self, uri):
        self._uri = uri
        self._wrapped_conn = None

    def _connect(self, uri):
        return tpool.proxy_call(
            (libvirt.virDomain, libvirt.virConnect), libvirt.open, uri)

    def get_connection(self):
        if self._wrapped_conn is None:
            self._wrapped_conn = self._connect(self._uri)
        return self._wrapped_conn

    def get_guest(self, instance):
        return libvirt_guest.Guest(self._get_domain(instance))

    def _get_domain(self, instance):
        try:
            return self.get_connection().lookupByUUIDString(instance.uuid)
        except libvirt.libvirtError:
            raise exception.InstanceNotFound(instance.uuid)

    def write_instance_config(self, xml):
        return self.get_connection().defineXML(xml)
