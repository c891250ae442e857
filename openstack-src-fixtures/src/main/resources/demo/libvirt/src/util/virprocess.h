#pragma once

int virProcessKill(pid_t pid, int sig);
int virProcessKillPainfully(pid_t pid, bool force);
