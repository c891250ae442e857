#pragma once

typedef struct _virConnect virConnect;
typedef virConnect *virConnectPtr;
typedef struct _virDomain virDomain;
typedef virDomain *virDomainPtr;
typedef struct _virDomainInfo virDomainInfo;
typedef virDomainInfo *virDomainInfoPtr;

typedef enum {
    VIR_DOMAIN_NONE         = 0,
    VIR_DOMAIN_START_PAUSED = 1 << 0,
} virDomainCreateFlags;

typedef enum {
    VIR_DOMAIN_NOSTATE = 0,
    VIR_DOMAIN_RUNNING = 1,
    VIR_DOMAIN_PAUSED  = 3,
    VIR_DOMAIN_SHUTOFF = 5,
} virDomainState;

struct _virDomainInfo {
    unsigned char state;
    unsigned long memory;
};
