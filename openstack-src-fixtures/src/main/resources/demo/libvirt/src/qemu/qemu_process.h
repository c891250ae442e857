#pragma once

#include "qemu_domain.h"

int qemuProcessStart(virDomainObj *vm, bool startPaused);
int qemuProcessStop(virDomainObj *vm);
int qemuProcessStartCPUs(virDomainObj *vm);
int qemuProcessStopCPUs(virDomainObj *vm);
