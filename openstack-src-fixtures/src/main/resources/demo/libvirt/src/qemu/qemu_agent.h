#pragma once

typedef struct _qemuAgent qemuAgent;
struct _qemuAgent {
    int fd;
};

int qemuAgentSetUserPassword(qemuAgent *agent, const char *user, const char *password);
