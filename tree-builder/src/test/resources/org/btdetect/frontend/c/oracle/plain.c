/* What clang can compile without any header, for the comparison of calls. */
typedef unsigned long size;
typedef struct driver driver;
struct driver {
    int (*open)(driver *self, int flags);
    driver *next;
};
enum kind { FIRST, SECOND = 1 << 2, LAST };

#define MAX(a, b) ((a) > (b) ? (a) : (b))
#define FOREACH(x, list) for (x = (list); x; x = x->next)
#define CLEANUP(type) __attribute__((cleanup(release))) type *
#define UNUSED __attribute__((unused))
#define FORMAT "%d"

int puts(const char *text);
int g(int x);
static void release(driver **d) { (void) d; }

static int UNUSED
f(driver *d, int (*cb)(int), int x UNUSED)
{
    CLEANUP(driver) copy = d;
    driver *each;
    int a = ({ __typeof__(x) y = g(x); g(y); });
    int table[] = { [0] = g(1), [1 ... 2] = g(2) };
    size big = (size) g(3) + (size) -g(4);

    FOREACH(each, d) {
        if (each->open && each->open(each, MAX(g(5), 2)) < 0)
            return cb(1) + (*cb)(2) + (cb)(3);
    }
    switch ((enum kind) x) {
    case FIRST ... SECOND:
        a = g(6) ?: g(7);
        __attribute__((fallthrough));
    case LAST:
        goto out;
    default:
        break;
    }
    puts("a" FORMAT "b");
    a += sizeof(driver *) + (d->next ? d : copy)->open(&(driver){ .open = 0 }, (a, g(8)));
#if 0
    don't(g(9));
#else
    do { a = g(10), x = g(11); } while (g(12));
#endif
out:
    return MAX(a, table[0]) + (int) big;
}

int main(void) { return f(0, g, 0); }
