import functools

import eventlet
from oslo_concurrency import lockutils
from oslo_service import loopingcall

synchronized = lockutils.synchronized_with_prefix('nova-')


def poll(function, *args):
    """Calls the function until it raises LoopingCallDone."""
    timer = loopingcall.FixedIntervalLoopingCall(function, *args)
    return timer.start(interval=0.5).wait()


def wrap_event(prefix):
    """Records in the database when a decorated function starts and ends."""
    def helper(function):
        @functools.wraps(function)
        def decorated(self, context, instance, *args, **kwargs):
            from nova import objects
            event = objects.Event(context, name=prefix + '_' + function.__name__)
            event.start()
            try:
                return function(self, context, instance, *args, **kwargs)
            finally:
                event.finish()
        return decorated
    return helper


def spawn_n(function, *args, **kwargs):
    """Runs the function on a thread of its own."""
    @functools.wraps(function)
    def context_wrapper(*args, **kwargs):
        return function(*args, **kwargs)

    eventlet.spawn_n(context_wrapper, *args, **kwargs)
