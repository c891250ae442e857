import os

from oslo_concurrency import processutils


def create_cow_image(backing_file, path):
    processutils.execute(
        'qemu-img', 'create', '-f', 'qcow2', '-o', 'backing_file=%s' % backing_file, path)


def extract_snapshot(disk_path, out_path):
    processutils.execute('qemu-img', 'convert', '-f', 'qcow2', '-O', 'raw', disk_path, out_path)


def delete_image(path):
    os.unlink(path)
