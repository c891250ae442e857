import functools

import jsonschema


def schema(request_body_schema):
    """Refuses a request whose body the schema does not admit."""
    def add_validator(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            jsonschema.validate(kwargs['body'], request_body_schema)
            return function(*args, **kwargs)
        return wrapper
    return add_validator
