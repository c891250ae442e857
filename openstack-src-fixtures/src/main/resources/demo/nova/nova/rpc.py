import oslo_messaging as messaging

TRANSPORT = None


def get_client(target):
    return messaging.get_rpc_client(TRANSPORT, target)
