class NovaException(Exception):
    code = 500


class InstanceInvalidState(NovaException):
    code = 409


class InstanceIsLocked(NovaException):
    code = 409


class InstanceNotFound(NovaException):
    code = 404
