import queue
import threading

from eventlet import tpool

from nova import exception
from nova.virt.libvirt import guest as libvirt_guest

import libvirt


class Host(object):

    def __init__(self, uri, lifecycle_event_handler):
        self._uri = uri
        self._wrapped_conn = None
        self._lifecycle_event_handler = lifecycle_event_handler
        self._event_queue = queue.Queue()

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

    def list_guests(self):
        return self.get_connection().listAllDomains(0)

    def initialize(self):
        """Hears of guests that start and stop."""
        threading.Thread(target=self._dispatch_thread).start()
        self.get_connection().domainEventRegisterAny(
            None, libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE,
            self._event_lifecycle_callback, self)

    @staticmethod
    def _event_lifecycle_callback(conn, dom, event, detail, opaque):
        self = opaque
        self._event_queue.put((dom.UUIDString(), event))

    def _dispatch_thread(self):
        while True:
            self._lifecycle_event_handler(self._event_queue.get())
