#pragma once

#include "qemu_monitor.h"

int qemuMonitorJSONStartCPUs(qemuMonitor *mon);
int qemuMonitorJSONStopCPUs(qemuMonitor *mon);
int qemuMonitorJSONSystemPowerdown(qemuMonitor *mon);
int qemuMonitorJSONBlockdevAdd(qemuMonitor *mon, const char *path);
int qemuMonitorJSONBlockdevDel(qemuMonitor *mon, const char *path);
int qemuMonitorJSONAddDevice(qemuMonitor *mon, const char *id);
int qemuMonitorJSONDelDevice(qemuMonitor *mon, const char *id);
