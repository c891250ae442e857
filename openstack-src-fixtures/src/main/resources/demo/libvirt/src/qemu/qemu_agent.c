#include "qemu_agent.h"

VIR_LOG_INIT("qemu.qemu_agent");

static int
qemuAgentCommand(qemuAgent *agent, virJSONValue *cmd, virJSONValue **reply)
{
    return virMonitorSend(agent->fd, cmd, reply);
}


int
qemuAgentSetUserPassword(qemuAgent *agent, const char *user, const char *password)
{
    g_autoptr(virJSONValue) cmd = qemuAgentMakeCommand("guest-set-user-password",
                                                       "s:username", user,
                                                       "s:password", password, NULL);
    g_autoptr(virJSONValue) reply = NULL;

    if (!cmd)
        return -1;

    return qemuAgentCommand(agent, cmd, &reply);
}
