#include "datatypes.h"

/* A second hypervisor: its daemon is another one than the deployment's. */

static int
lightvmDomainShutdown(virDomainPtr domain)
{
    return unlink("/run/lightvm.sock");
}


static int
lightvmDomainDestroy(virDomainPtr domain)
{
    return kill(2, SIGKILL);
}


static virHypervisorDriver lightvmHypervisorDriver = {
    .name = "LIGHTVM",
    .domainShutdown = lightvmDomainShutdown, /* 1.0.0 */
    .domainDestroy = lightvmDomainDestroy, /* 1.0.0 */
};


static virConnectDriver lightvmConnectDriver = {
    .uriSchemes = (const char *[]){ "lightvm", NULL },
    .hypervisorDriver = &lightvmHypervisorDriver,
};


int
lightvmRegister(void)
{
    return virRegisterConnectDriver(&lightvmConnectDriver);
}
