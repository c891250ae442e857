from nova.virt.libvirt import driver

LibvirtDriver = driver.LibvirtDriver
