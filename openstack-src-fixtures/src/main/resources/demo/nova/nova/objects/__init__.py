def register_all():
    __import__('nova.objects.event')
    __import__('nova.objects.instance')
