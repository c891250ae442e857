#include "datatypes.h"

static virConnectDriver *virConnectDriverTab[4];
static size_t virConnectDriverTabCount;

int
virRegisterConnectDriver(virConnectDriver *driver)
{
    virConnectDriverTab[virConnectDriverTabCount++] = driver;
    return virConnectDriverTabCount;
}

virConnectPtr
virConnectOpen(const char *name)
{
    virConnectPtr conn = g_new0(virConnect, 1);
    size_t i;

    VIR_DEBUG("name=%s", NULLSTR(name));

    for (i = 0; i < virConnectDriverTabCount; i++) {
        if (virURIMatches(name, virConnectDriverTab[i]->uriSchemes)) {
            conn->driver = virConnectDriverTab[i]->hypervisorDriver;
            return conn;
        }
    }

    g_free(conn);
    return NULL;
}
