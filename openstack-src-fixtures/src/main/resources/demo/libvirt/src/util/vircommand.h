#pragma once

typedef struct _virCommand virCommand;

virCommand *virCommandNew(const char *binary);
void virCommandAddArg(virCommand *cmd, const char *val);
int virCommandRun(virCommand *cmd, int *exitstatus);
