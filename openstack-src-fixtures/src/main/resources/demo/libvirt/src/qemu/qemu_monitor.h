#pragma once

typedef struct _qemuMonitor qemuMonitor;
struct _qemuMonitor {
    int fd;
};

int qemuMonitorStartCPUs(qemuMonitor *mon);
int qemuMonitorStopCPUs(qemuMonitor *mon);
int qemuMonitorSystemPowerdown(qemuMonitor *mon);
int qemuMonitorBlockdevAdd(qemuMonitor *mon, const char *path);
int qemuMonitorBlockdevDel(qemuMonitor *mon, const char *path);
int qemuMonitorAddDevice(qemuMonitor *mon, const char *id);
int qemuMonitorDelDevice(qemuMonitor *mon, const char *id);
