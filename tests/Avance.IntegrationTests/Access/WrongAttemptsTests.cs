using System.Net;
using Avance.Web.Access;
using Xunit;

namespace Avance.IntegrationTests.Access;

/// <summary>Who tries many accounts from one place is stopped there, and nobody else is.</summary>
public sealed class WrongAttemptsTests
{
    [Theory]
    [InlineData("203.0.113.7", "::ffff:203.0.113.7", "203.0.113.8")]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:db8:1:3::1")]
    public void A_place_waits_after_too_many_and_others_do_not(string first, string same, string other)
    {
        var clock = new MovedClock();
        var attempts = new WrongAttempts(clock, most: 3);
        for (var i = 0; i < 3; i++)
        {
            Assert.True(attempts.MayTry(IPAddress.Parse(same)));
            attempts.Count(IPAddress.Parse(first));
        }

        Assert.False(attempts.MayTry(IPAddress.Parse(first)));
        Assert.False(attempts.MayTry(IPAddress.Parse(same)));
        Assert.True(attempts.MayTry(IPAddress.Parse(other)));
        clock.Advance(WrongAttempts.Lasts);
        Assert.True(attempts.MayTry(IPAddress.Parse(same)));
        attempts.Count(IPAddress.Parse(first));
        Assert.True(attempts.MayTry(IPAddress.Parse(first)));
    }

    [Fact]
    public void Places_that_have_waited_are_forgotten()
    {
        var clock = new MovedClock();
        var attempts = new WrongAttempts(clock, most: 1);
        for (var i = 0; i < 10_000; i++)
        {
            attempts.Count(new IPAddress(i));
        }

        Assert.False(attempts.MayTry(new IPAddress(1)));
        clock.Advance(WrongAttempts.Lasts);
        attempts.Count(new IPAddress(20_000));
        Assert.Equal(1, attempts.Places);
    }
}
