using Msp.Billing.Runs;

namespace Msp.Billing.Cluster.Tests;

/// <summary>The server refuses for a while: two workers are in each other's way, its disk is full. What could not be kept is kept later, whole.</summary>
public sealed class ServerFaultTests
{
    // 40001 and 40P01 are two in each other's way; 53100 is what the server says when its disk is full, in the middle of a copy.
    [Fact]
    public async Task What_the_server_refuses_for_a_while_is_kept_whole_later()
    {
        using var month = new SharedMonth();
        month.Scalar(
            """
            CREATE SEQUENCE refused;
            CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
            DECLARE codes CONSTANT text[] := ARRAY['40001', '40P01', '53100'];
            DECLARE time CONSTANT bigint := nextval('refused');
            BEGIN
              IF time <= 3 THEN RAISE EXCEPTION 'refused by the test' USING ERRCODE = codes[time]; END IF;
              RETURN NULL;
            END $$;
            CREATE TRIGGER refuse AFTER INSERT ON run_item FOR EACH STATEMENT EXECUTE FUNCTION refuse();
            CREATE TRIGGER refuse AFTER INSERT ON invoice_line FOR EACH STATEMENT EXECUTE FUNCTION refuse();
            """);
        await using var node = await ClusterNode.Start(
            new ClusterSettings(month.Database) { Slots = 2, CheckIn = TimeSpan.FromSeconds(1), Patience = TimeSpan.FromSeconds(2), Look = TimeSpan.FromMilliseconds(300), PostingChunk = 50 },
            TimeProvider.System, TestContext.Current.CancellationToken);
        month.Plan();
        month.WaitFor(RunStatus.Previewed);
        month.CheckPreview();

        month.Scalar("ALTER SEQUENCE refused RESTART");
        month.PlanPosting();
        month.WaitFor(RunStatus.Posted);
        month.CheckPosted();
        Assert.True(month.Scalar("SELECT last_value FROM refused") > 3);
    }
}
