create = {
    'type': 'object',
    'properties': {
        'server': {
            'type': 'object',
            'properties': {
                'name': {'type': 'string'},
                'imageRef': {'type': 'string'},
            },
            'required': ['name', 'imageRef'],
        },
    },
    'required': ['server'],
}

reboot = {
    'type': 'object',
    'properties': {
        'reboot': {
            'type': 'object',
            'properties': {
                'type': {
                    'type': 'string',
                    'enum': ['HARD', 'SOFT'],
                },
            },
            'required': ['type'],
        },
    },
    'required': ['reboot'],
}

create_image = {
    'type': 'object',
    'properties': {
        'createImage': {
            'type': 'object',
            'properties': {'name': {'type': 'string'}},
            'required': ['name'],
        },
    },
    'required': ['createImage'],
}
