#include "virprocess.h"

int virProcessKill(pid_t pid, int sig)
{
    if (pid <= 1) {
        errno = ESRCH;
        return -1;
    }

    return kill(pid, sig);
}


/* Asks for termination first; with force, kills what is still there after a while. */
int
virProcessKillPainfully(pid_t pid, bool force)
{
    size_t i;

    for (i = 0; i < 75; i++) {
        int signum = 0;

        if (i == 0)
            signum = SIGTERM;
        else if (i == 50 && force)
            signum = SIGKILL;

        if (virProcessKill(pid, signum) < 0)
            return errno == ESRCH ? 0 : -1;

        g_usleep(200 * 1000);
    }

    return -1;
}
