import functools

import webob.exc


def action(name):
    """Serves requests whose body has this key."""
    def decorator(function):
        function.wsgi_action = name
        return function
    return decorator


def response(code):
    def decorator(function):
        function.wsgi_code = code
        return function
    return decorator


def expected_errors(*codes):
    def decorator(function):
        @functools.wraps(function)
        def wrapped(*args, **kwargs):
            try:
                return function(*args, **kwargs)
            except Exception as error:
                if getattr(error, 'code', None) in codes:
                    raise
                raise webob.exc.HTTPInternalServerError(str(error))
        return wrapped
    return decorator


class Controller(object):
    pass
